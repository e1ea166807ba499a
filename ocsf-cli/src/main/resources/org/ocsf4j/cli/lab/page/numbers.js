// Numbers and times as people read them. Times are in UTC.

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });
const BYTES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function bytes(value) {
  let scaled = value;
  let unit = 0;
  while (Math.abs(scaled) >= 1024 && unit < BYTES.length - 1) {
    scaled /= 1024;
    unit++;
  }
  return `${scaled >= 100 || unit === 0 ? Math.round(scaled) : scaled.toFixed(1)} ${BYTES[unit]}`;
}

/** A duration, such as 340 ms, 4.2 s or 3 min 5 s. */
export function duration(millis) {
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  if (millis < 60000) {
    return `${(millis / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(millis / 1000);
  return `${WHOLE.format(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

export const whole = (value) => WHOLE.format(value);

/** What a metric's values are: bytes, ms or count. */
export function unit(metric) {
  const measured = metric.function === 'count' || metric.function === 'cardinality' ? '' : metric.field;
  if (measured.endsWith('_ms')) {
    return 'ms';
  }
  return measured.endsWith('.bytes') ? 'bytes' : 'count';
}

/** A metric's value in full. */
export function full(metric, value) {
  if (value === null || value === undefined) {
    return '–';
  }
  switch (unit(metric)) {
    case 'ms': return duration(value);
    case 'bytes': return bytes(value);
    default: return Number.isInteger(value) || Math.abs(value) >= 1000 ? WHOLE.format(value) : FINE.format(value);
  }
}

/** A metric's value where room is short. */
export function short(metric, value) {
  return unit(metric) === 'count' && Math.abs(value) >= 10000 ? SHORT.format(value) : full(metric, value);
}

const iso = (millis) => new Date(millis).toISOString();

/** 2026-06-01 04:05:06 */
export const time = (millis) => iso(millis).slice(0, 19).replace('T', ' ');

/** As much of a time as bars of that length need. */
export function tick(millis, stepMs) {
  if (stepMs >= 86400000) {
    return iso(millis).slice(5, 10);
  }
  return stepMs >= 60000 ? iso(millis).slice(11, 16) : iso(millis).slice(11, 19);
}

/** The value of a field for people. */
export function key(field, value) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (field.kind === 'date' && typeof value === 'number') {
    return time(value);
  }
  if (field.kind === 'duration') {
    return duration(value);
  }
  if (field.id === 'connection_info.protocol_num') {
    return { 1: 'ICMP (1)', 6: 'TCP (6)', 17: 'UDP (17)' }[value] ?? String(value);
  }
  if (field.kind === 'boolean') {
    return String(value) === 'true' || value === 1 ? 'yes' : 'no';
  }
  return String(value);
}
