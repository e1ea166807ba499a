// Colours: one meaning, one colour, in charts of every dashboard.

import { isDark } from './theme.js';

const SERIES = {
  light: ['#2468d6', '#0b8f84', '#b9770a', '#7d52cf', '#c2476a', '#4a7f2c', '#4b6a88', '#a0522d', '#0a7ea4', '#8a6d1d'],
  dark: ['#6aa5ff', '#3fc9bb', '#efb04a', '#b596ff', '#f3849f', '#93cf6e', '#9bb4cc', '#e0996f', '#55c3ea', '#d8bf62'],
};

const MEANINGS = {
  fatal: { light: '#7d0c2e', dark: '#ff5d8a', values: ['fatal'] },
  critical: { light: '#c01f3a', dark: '#ff5c6f', values: ['critical'] },
  high: { light: '#dd6312', dark: '#ff9145', values: ['high'] },
  medium: { light: '#d9a000', dark: '#f2c744', values: ['medium'] },
  low: { light: '#3d8bd4', dark: '#6db6f5', values: ['low'] },
  calm: { light: '#7d8ea6', dark: '#8ea0b8', values: ['informational', 'other', 'unknown', 'archived', 'suppressed'] },
  good: {
    light: '#2c9267', dark: '#52c996',
    values: ['success', 'passed', 'resolved', 'noerror', 'traffic', 'settled', 'allowed', 'false', 'open port'],
  },
  bad: {
    light: '#c93b4f', dark: '#ff7383',
    values: ['failure', 'failed', 'refuse', 'servfail', 'blocked', 'unsettled', 'object_dead_lettered', 'true', 'denied'],
  },
  odd: { light: '#d9822b', dark: '#ffab5e', values: ['nxdomain', 'in progress', 'warning', 'alert', 'continues', 'notified'] },
  fresh: { light: '#2468d6', dark: '#6aa5ff', values: ['new'] },
};

const BY_VALUE = new Map(
  Object.values(MEANINGS).flatMap((meaning) => meaning.values.map((value) => [value, meaning])));

export const mode = () => (isDark() ? 'dark' : 'light');

export const accent = () => SERIES[mode()][0];

/** The colour of a value that has a meaning, else null. */
export function meaning(value) {
  const found = BY_VALUE.get(String(value).toLowerCase());
  return found ? found[mode()] : null;
}

/** A colour for each value: that of its meaning, else the next one of the series. */
export function colours(values) {
  const series = SERIES[mode()];
  const taken = new Set(values.map(meaning));
  const free = series.filter((colour) => !taken.has(colour));
  let next = 0;
  return values.map((value) => meaning(value) ?? free[next++ % free.length]);
}

export const traffic = () => [MEANINGS.good, MEANINGS.medium, MEANINGS.critical].map((m) => m[mode()]);

export function ink() {
  return isDark()
    ? { text: '#e3e9f1', soft: '#9fb0c3', line: '#2b3644', ground: '#161d26', low: '#1c2a3d' }
    : { text: '#1c2530', soft: '#586678', line: '#dfe4ea', ground: '#ffffff', low: '#eaf1fc' };
}
