// A link from an IP address to a site that knows its reputation. Nothing is asked until the reader follows it.

const KEY = 'ocsf-lab-reputation';
const DEFAULT = 'https://www.virustotal.com/gui/ip-address/{ip}';
const PRIVATE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe80|::1$)/i;

export const isTemplate = (text) => /^https:\/\/[^/\s]+\/\S*\{ip\}\S*$/.test(text);

export function template() {
  const kept = localStorage.getItem(KEY);
  return kept && isTemplate(kept) ? kept : DEFAULT;
}

/** Keeps another address; empty for the default. */
export function keep(text) {
  if (text) {
    localStorage.setItem(KEY, text);
  } else {
    localStorage.removeItem(KEY);
  }
}

/** The address for an IP address; null for one that no other site knows. */
export function link(ip) {
  return PRIVATE.test(ip) || !/^[0-9a-f.:]+$/i.test(ip) ? null : template().replace('{ip}', encodeURIComponent(ip));
}
