// Where the reader is: the page, its filters and its time range. All of it is in the address behind '#', so that the browser's
// back button undoes a filter and an address can be kept.

const RESERVED = new Set(['from', 'to', 'panel']);

/** {page, filters: [[field, value]…], from, to, panel} of the address. */
export function current() {
  const [page, query = ''] = location.hash.slice(1).split('?');
  const parameters = [...new URLSearchParams(query)];
  const number = (name) => {
    const found = parameters.find(([key]) => key === name);
    return found && /^\d{1,15}$/.test(found[1]) ? Number(found[1]) : null;
  };
  const panel = parameters.find(([key]) => key === 'panel');
  return {
    page: page || 'run',
    filters: parameters.filter(([key]) => !RESERVED.has(key)),
    from: number('from'),
    to: number('to'),
    panel: panel ? panel[1] : null,
  };
}

export function hash(place) {
  const parameters = [...place.filters];
  if (place.from !== null && place.to !== null) {
    parameters.push(['from', place.from], ['to', place.to]);
  }
  if (place.panel) {
    parameters.push(['panel', place.panel]);
  }
  const query = new URLSearchParams(parameters).toString();
  return `#${place.page}${query ? `?${query}` : ''}`;
}

export function go(place) {
  location.hash = hash(place);
}

/** The place narrowed by more filters and, where given, another time range. */
export function narrowed(place, filters, range = null) {
  const added = filters.filter(([field, value]) => !place.filters.some(([f, v]) => f === field && v === value));
  return {
    ...place,
    panel: null,
    filters: [...place.filters, ...added],
    from: range ? range.from : place.from,
    to: range ? range.to : place.to,
  };
}

export function without(place, field, value) {
  return { ...place, panel: null, filters: place.filters.filter(([f, v]) => f !== field || (value !== null && v !== value)) };
}
