// Two fields against each other: the darker, the more.

import { base, categoryAxis, plain, tooltip } from './chart-common.js';
import { accent, ink } from './colours.js';
import * as numbers from './numbers.js';

export function heatmap(panel, data, width) {
  const metric = panel.metrics[0];
  const [down, across] = panel.fields;
  const ys = [...new Set(data.rows.map((row) => row[0]))];
  const xs = [...new Set(data.rows.map((row) => row[1]))];
  if (across.kind === 'number') {
    xs.sort((a, b) => a - b);
  }
  const y = new Map(ys.map((value, index) => [value, index]));
  const x = new Map(xs.map((value, index) => [value, index]));
  const most = Math.max(...data.rows.map((row) => row[2]));
  const name = (row) => `${numbers.key(down, row[0])} × ${numbers.key(across, row[1])}`;
  const { text, soft, ground, low } = ink();
  const cell = (width - 160) / xs.length;
  const longest = Math.max(...xs.map((value) => String(value).length));
  const tilt = longest * 7.5 > cell;
  return {
    points: data.rows.map((row, index) => ({
      series: 0,
      index,
      label: `${name(row)}: ${numbers.full(metric, row[2])}`,
      filters: [[down.id, String(row[0])], [across.id, String(row[1])]],
      range: null,
    })),
    option: {
      ...base(),
      grid: { left: 4, right: 8, top: 6, bottom: 4, containLabel: true },
      tooltip: tooltip((mark) => [name(data.rows[mark.dataIndex]), `${metric.label}: ${numbers.full(metric, mark.value[2])}`]),
      visualMap: { show: false, min: 0, max: Math.log1p(most), dimension: 3, inRange: { color: [low, accent()] } },
      xAxis: categoryAxis(xs.map((_, index) => index), {
        axisLine: { show: false },
        axisLabel: {
          color: soft,
          interval: cell < 16 ? 'auto' : 0,
          rotate: tilt ? 35 : 0,
          width: tilt ? 110 : cell,
          overflow: 'truncate',
          formatter: (index) => plain(numbers.key(across, xs[index])),
        },
      }),
      yAxis: categoryAxis(ys.map((_, index) => index), {
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          color: text,
          interval: 0,
          width: 140,
          overflow: 'truncate',
          formatter: (index) => plain(numbers.key(down, ys[index])),
        },
      }),
      series: [{
        type: 'heatmap',
        data: data.rows.map((row) => ({
          value: [x.get(row[1]), y.get(row[0]), row[2], Math.log1p(row[2])],
          label: { color: Math.log1p(row[2]) > Math.log1p(most) * 0.75 ? ground : text },
        })),
        label: { show: cell > 40, fontSize: 11, formatter: (mark) => numbers.short(metric, mark.value[2]) },
        itemStyle: { borderColor: ground, borderWidth: 2, borderRadius: 3 },
      }],
    },
  };
}
