// Bars over time, divided by a field or not.

import { base, categoryAxis, legend, tooltip, valueAxis } from './chart-common.js';
import { accent, colours } from './colours.js';
import * as numbers from './numbers.js';

const MAX_BARS = 400;
const ORDER = ['fatal', 'critical', 'high', 'medium', 'low', 'informational', 'other', 'unknown'];

/** Every bar's time from the first to the last, also of those with nothing in them. */
function bars(rows, stepMs) {
  const times = [...new Set(rows.map((row) => row[0]))].sort((a, b) => a - b);
  const count = (times.at(-1) - times[0]) / stepMs + 1;
  return count > MAX_BARS ? times : Array.from({ length: Math.round(count) }, (_, i) => times[0] + i * stepMs);
}

/** The field's values: severities by rank, others by their sums. */
function keys(rows, divided) {
  if (!divided) {
    return [null];
  }
  const sums = new Map();
  rows.forEach((row) => sums.set(row[1], (sums.get(row[1]) ?? 0) + row[2]));
  const rank = (value) => ORDER.indexOf(String(value).toLowerCase());
  return [...sums.keys()].sort((a, b) => (rank(a) >= 0 && rank(b) >= 0 ? rank(a) - rank(b) : sums.get(b) - sums.get(a)));
}

export function timeline(panel, data) {
  const divided = panel.fields.length > 0;
  const metric = panel.metrics[0];
  const field = panel.fields[0];
  const times = bars(data.rows, data.stepMs);
  const place = new Map(times.map((time, index) => [time, index]));
  const values = keys(data.rows, divided);
  const palette = divided ? colours(values) : [accent()];
  const name = (value) => (divided ? numbers.key(field, value) : metric.label);
  const points = [];
  const series = values.map((value, s) => {
    const heights = new Array(times.length).fill(null);
    data.rows.filter((row) => !divided || row[1] === value).forEach((row) => {
      const index = place.get(row[0]);
      heights[index] = row[divided ? 2 : 1];
      points.push({
        series: s,
        index,
        label: `${numbers.time(row[0])}, ${name(value)}: ${numbers.full(metric, heights[index])}`,
        filters: divided ? [[field.id, String(value)]] : [],
        range: panel.placedByTime ? { from: row[0], to: row[0] + data.stepMs } : null,
      });
    });
    return {
      type: 'bar',
      name: name(value),
      stack: metric.function === 'avg' || metric.function === 'max' ? undefined : 'all',
      barCategoryGap: '18%',
      barMaxWidth: 36,
      itemStyle: { color: palette[s] },
      emphasis: { focus: 'series' },
      data: heights,
    };
  });
  return {
    points,
    option: {
      ...base(),
      legend: divided ? legend({ top: 0, left: 0, right: 0 }) : undefined,
      grid: { left: 4, right: 12, top: divided ? 34 : 14, bottom: 2, containLabel: true },
      tooltip: tooltip((mark) => [
        `${numbers.time(times[mark.dataIndex])} UTC`,
        `${mark.seriesName}: ${numbers.full(metric, mark.value)}`,
      ]),
      xAxis: categoryAxis(times.map((time) => numbers.tick(time, data.stepMs)), { axisLabel: { hideOverlap: true } }),
      yAxis: valueAxis((value) => numbers.short(metric, value)),
      series,
    },
  };
}
