// The most or least frequent values, as bars.

import { base, categoryAxis, plain, tooltip, valueAxis } from './chart-common.js';
import { accent, ink, meaning } from './colours.js';
import * as numbers from './numbers.js';

export function ranking(panel, data, width) {
  const metric = panel.metrics[0];
  const field = panel.fields[0];
  const names = data.rows.map((row) => numbers.key(field, row[0]));
  const { text } = ink();
  const labels = Math.min(320, Math.max(60, width * 0.42));
  return {
    points: data.rows.map((row, index) => ({
      series: 0,
      index,
      label: `${names[index]}: ${numbers.full(metric, row[1])}`,
      filters: [[field.id, String(row[0])]],
      range: null,
    })),
    option: {
      ...base(),
      grid: { left: 4, right: 62, top: 4, bottom: 4, containLabel: true },
      tooltip: tooltip((mark) => [names[mark.dataIndex], `${metric.label}: ${numbers.full(metric, data.rows[mark.dataIndex][1])}`]),
      xAxis: valueAxis(() => '', { axisLabel: { show: false }, splitLine: { show: false } }),
      yAxis: categoryAxis(names.map((_, index) => index), {
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          color: text,
          fontSize: 12,
          interval: 0,
          width: labels,
          overflow: 'truncate',
          formatter: (index) => plain(names[index]),
        },
      }),
      series: [{
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { borderRadius: [0, 3, 3, 0] },
        label: { show: true, position: 'right', color: text, fontSize: 12, formatter: (mark) => numbers.short(metric, mark.value) },
        data: data.rows.map((row) => ({ value: row[1], itemStyle: { color: meaning(row[0]) ?? accent() } })),
      }],
    },
  };
}
