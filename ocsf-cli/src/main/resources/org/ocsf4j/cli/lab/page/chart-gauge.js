// One number against three ranges: none, some, many.

import { base } from './chart-common.js';
import { ink, traffic } from './colours.js';
import * as numbers from './numbers.js';

const SOME = 1;
const MANY = 10;

export function gauge(panel, data) {
  const metric = panel.metrics[0];
  const value = data.rows.length ? data.rows[0][0] : 0;
  const top = Math.max(20, 5 * Math.ceil(value / 4));
  const [good, odd, bad] = traffic();
  const { text, soft } = ink();
  const colour = value < SOME ? good : value < MANY ? odd : bad;
  return {
    points: [{ series: 0, index: 0, label: `${panel.title}: ${numbers.full(metric, value)}`, filters: [], range: null }],
    option: {
      ...base(),
      series: [{
        type: 'gauge',
        min: 0,
        max: top,
        startAngle: 205,
        endAngle: -25,
        center: ['50%', '62%'],
        radius: '92%',
        axisLine: { lineStyle: { width: 12, color: [[SOME / top, good], [Math.min(1, MANY / top), odd], [1, bad]] } },
        progress: { show: false },
        pointer: { length: '62%', width: 4, itemStyle: { color: text } },
        anchor: { show: true, size: 8, itemStyle: { color: text } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { show: false, color: soft },
        detail: { offsetCenter: [0, '42%'], fontSize: 30, fontWeight: 650, color: colour, formatter: (v) => numbers.full(metric, v) },
        data: [{ value }],
      }],
    },
  };
}
