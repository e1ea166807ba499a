// A line over the seconds of a run.

import { base, categoryAxis, tooltip, valueAxis } from './chart-common.js';
import { accent } from './colours.js';
import * as numbers from './numbers.js';

export function line(panel, data) {
  const metric = panel.metrics[0];
  return {
    points: data.rows.map((row, index) => ({
      series: 0,
      index,
      label: `${numbers.duration(row[0])}: ${numbers.full(metric, row[1])}`,
      filters: [],
      range: null,
    })),
    option: {
      ...base(),
      animation: false,
      grid: { left: 4, right: 16, top: 14, bottom: 2, containLabel: true },
      tooltip: { ...tooltip(([mark]) => [
        `after ${numbers.duration(data.rows[mark.dataIndex][0])}`,
        `${metric.label}: ${numbers.full(metric, mark.value)}`,
      ]), trigger: 'axis' },
      xAxis: categoryAxis(data.rows.map((row) => numbers.duration(row[0])), { boundaryGap: false, axisLabel: { hideOverlap: true } }),
      yAxis: valueAxis((value) => numbers.short(metric, value)),
      series: [{
        type: 'line',
        showSymbol: data.rows.length < 3,
        lineStyle: { width: 2, color: accent() },
        itemStyle: { color: accent() },
        areaStyle: { color: accent(), opacity: 0.15 },
        data: data.rows.map((row) => row[1]),
      }],
    },
  };
}
