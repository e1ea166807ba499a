// A panel's rows as a table. Values that can be filtered by are buttons.

import { element } from './dom.js';
import { meaning } from './colours.js';
import * as numbers from './numbers.js';
import * as reputation from './reputation.js';

const PILLS = new Set(['severity', 'status', 'state', 'activity_name', 'rcode', 'disposition', 'compliance.status', 'state_of_object']);

const LONG = 34;
const MAX_ROWS = 200;

function value(field, raw, choose) {
  const text = numbers.key(field, raw);
  if (raw === null || raw === undefined || field.kind === 'date' || !choose) {
    return text;
  }
  const button = element(
    'button',
    { type: 'button', class: PILLS.has(field.id) ? 'value pill' : 'value', title: `Filter by ${field.label}: ${text}`,
      onclick: () => choose({ filters: [[field.id, String(raw)]], range: null }) },
    text);
  if (PILLS.has(field.id) && meaning(raw)) {
    button.style.setProperty('--pill', meaning(raw));
  }
  return button;
}

function cell(field, raw, choose) {
  const long = String(raw ?? '').length > LONG ? ' long' : '';
  const made = element('td', { class: field.kind + long }, value(field, raw, choose));
  const address = field.kind === 'ip' && raw ? reputation.link(String(raw)) : null;
  if (address) {
    made.append(element(
      'a',
      { href: address, target: '_blank', rel: 'noopener noreferrer', class: 'out', 'aria-label': `Reputation of ${raw}, another site` },
      '↗'));
  }
  return made;
}

function measure(metric, raw, most) {
  const made = element('td', { class: 'measure' }, element('span', {}, numbers.full(metric, raw)));
  if (most > 0 && raw > 0) {
    made.style.setProperty('--part', `${Math.max(1, Math.round((100 * raw) / most))}%`);
    made.classList.add('barred');
  }
  return made;
}

/** Columns of a panel: what it divides by, then what it measures. */
function columns(panel) {
  const time = panel.kind === 'timeline' ? [{ id: 'time', label: 'Time (UTC)', kind: 'date' }] : [];
  return { fields: [...time, ...panel.fields], metrics: panel.kind === 'events' ? [] : panel.metrics };
}

/** The rows in the order of what the panel measures first; the search orders within each of its levels only. */
function ordered(panel, rows, first) {
  const sign = panel.rarest ? 1 : -1;
  return panel.kind === 'table' && panel.sorted !== false ? [...rows].sort((a, b) => sign * (a[first] - b[first])) : rows;
}

export function table(panel, data, choose) {
  const { fields, metrics } = columns(panel);
  const all = ordered(panel, data.rows, fields.length);
  const most = metrics.map((_, m) => Math.max(0, ...data.rows.map((row) => row[fields.length + m] ?? 0)));
  const head = [
    ...fields.map((field) => element('th', { scope: 'col', class: field.kind }, field.kind === 'date' ? `${field.label.replace(' (UTC)', '')} (UTC)` : field.label)),
    ...metrics.map((metric) => element('th', { scope: 'col', class: 'measure' }, metric.label)),
  ];
  const rows = all.slice(0, MAX_ROWS).map((row) => element(
    'tr',
    {},
    ...fields.map((field, f) => cell(field, row[f], choose)),
    ...metrics.map((metric, m) => measure(metric, row[fields.length + m], most[m]))));
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Table: ${panel.title}` },
    element('table', {}, element('caption', { class: 'unseen' }, panel.title),
      element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
    all.length > MAX_ROWS ? element('p', { class: 'about' }, `The first ${MAX_ROWS} of ${numbers.whole(all.length)} rows. Filters show the others.`) : null);
}
