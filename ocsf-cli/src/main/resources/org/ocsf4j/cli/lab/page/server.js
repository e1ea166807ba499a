// What the lab answers.

async function get(path, parameters = []) {
  const query = new URLSearchParams(parameters).toString();
  const answer = await fetch(query ? `${path}?${query}` : path, { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.error);
  }
  return body;
}

export const run = () => get('/api/run');

export const dashboards = async () => (await get('/api/dashboards')).dashboards;

export const choices = (dashboard) => get('/api/choices', [['dashboard', dashboard.id]]);

/** The rows of a panel; filters are pairs of a field's id and a value. */
export function panel(dashboard, panelId, range, filters) {
  return get('/api/panel', [
    ['dashboard', dashboard.id],
    ['panel', panelId],
    ['from', range.from],
    ['to', range.to],
    ...filters.map(([field, value]) => [`f.${field}`, value]),
  ]);
}
