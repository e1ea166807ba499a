// The parts of a whole, as a ring.

import { base, legend, plain, tooltip } from './chart-common.js';
import { colours, ink } from './colours.js';
import * as numbers from './numbers.js';

export function share(panel, data, width) {
  const metric = panel.metrics[0];
  const field = panel.fields[0];
  const values = data.rows.map((row) => row[0]);
  const palette = colours(values);
  const sum = data.rows.reduce((all, row) => all + row[1], 0);
  const names = values.map((value) => numbers.key(field, value));
  const part = (value) => `${((100 * value) / sum).toFixed(value / sum < 0.1 ? 1 : 0)} %`;
  const parts = new Map(names.map((name, index) => [name, part(data.rows[index][1])]));
  const { ground, text } = ink();
  const ring = Math.min(150, width * 0.42);
  return {
    points: data.rows.map((row, index) => ({
      series: 0,
      index,
      label: `${names[index]}: ${numbers.full(metric, row[1])}, ${part(row[1])}`,
      filters: [[field.id, String(row[0])]],
      range: null,
    })),
    option: {
      ...base(),
      tooltip: tooltip((mark) => [mark.name, `${metric.label}: ${numbers.full(metric, mark.value)}, ${part(mark.value)}`]),
      legend: legend({
        orient: 'vertical',
        top: 'middle',
        left: ring + 24,
        formatter: (name) => `${plain(name)}  ${parts.get(name)}`,
        textStyle: { color: text, fontSize: 12, width: Math.max(60, width - ring - 60), overflow: 'truncate' },
      }),
      title: {
        text: numbers.short(metric, sum),
        left: ring / 2 + 6,
        top: 'middle',
        textAlign: 'center',
        textStyle: { color: text, fontSize: 16, fontWeight: 600 },
      },
      series: [{
        type: 'pie',
        radius: [ring * 0.31, ring * 0.47],
        center: [ring / 2 + 8, '50%'],
        label: { show: false },
        itemStyle: { borderColor: ground, borderWidth: 2 },
        data: data.rows.map((row, index) => ({ name: names[index], value: row[1], itemStyle: { color: palette[index] } })),
      }],
    },
  };
}
