// What all charts share: type, grid, axes, tooltip. The tooltip is drawn as SVG text, so it has no HTML that text could get into.

import { ink } from './colours.js';

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

export function base() {
  const { text } = ink();
  return {
    animationDuration: 250,
    animationDurationUpdate: 250,
    textStyle: { fontFamily: FONT, fontSize: 12, color: text },
    aria: { enabled: false },
  };
}

export function tooltip(lines) {
  const { text, line, ground } = ink();
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: ground,
    borderColor: line,
    padding: [8, 10],
    textStyle: { color: text, fontSize: 12, fontFamily: FONT },
    formatter: (mark) => lines(mark).map(plain).join('\n'),
  };
}

/** Text without the library's own markup, at a length that fits. */
export function plain(text) {
  const safe = String(text).replaceAll('{', '(').replaceAll('}', ')').replace(/[\r\n]+/g, ' ');
  return safe.length > 90 ? `${safe.slice(0, 89)}…` : safe;
}

export function categoryAxis(data, more = {}) {
  const { soft, line } = ink();
  return {
    type: 'category',
    data,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: line } },
    axisLabel: { color: soft, fontSize: 11, ...more.axisLabel },
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'axisLabel')),
  };
}

export function valueAxis(format, more = {}) {
  const { soft, line } = ink();
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { color: soft, fontSize: 11, formatter: format, hideOverlap: true },
    splitLine: { lineStyle: { color: line } },
    ...more,
  };
}

export function legend(more = {}) {
  const { text, soft } = ink();
  return {
    type: 'scroll',
    icon: 'roundRect',
    itemWidth: 10,
    itemHeight: 10,
    textStyle: { color: text, fontSize: 12 },
    pageIconColor: text,
    pageIconInactiveColor: soft,
    pageTextStyle: { color: soft },
    ...more,
  };
}
