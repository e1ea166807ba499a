// What the reader narrows a dashboard by: its controls, the time range, and the chips of what is chosen.

import { element } from './dom.js';
import * as numbers from './numbers.js';
import { go, hash, narrowed, without } from './place.js';
import * as reputation from './reputation.js';

const SPANS = [['All', null], ['Last 12 hours', 12], ['Last 3 hours', 3], ['Last hour', 1]];
const HOUR = 3600000;

const local = (millis) => new Date(millis).toISOString().slice(0, 19);
const utc = (text) => Date.parse(`${text}Z`);

function control(field, values, place) {
  const chosen = place.filters.filter(([id]) => id === field.id).map(([, value]) => value);
  const offered = [...new Set([...values, ...chosen])];
  const select = element(
    'select',
    { id: `control-${field.id}`, onchange: () => {
      const cleared = without(place, field.id, null);
      go(select.value ? narrowed(cleared, [[field.id, select.value]]) : cleared);
    } },
    element('option', { value: '' }, chosen.length > 1 ? `${chosen.length} chosen` : 'All'),
    ...offered.map((value) => element('option', { value, selected: chosen.length === 1 && chosen[0] === value }, numbers.key(field, value))));
  return element('div', { class: chosen.length ? 'control active' : 'control' },
    element('label', { for: `control-${field.id}` }, field.label), select);
}

function range(extent, place) {
  const from = place.from ?? extent.from;
  const to = place.to ?? extent.to;
  const start = element('input', { type: 'datetime-local', step: '1', id: 'from', value: local(from) });
  const end = element('input', { type: 'datetime-local', step: '1', id: 'to', value: local(to + 999) });
  const spans = element(
    'select',
    { id: 'span', onchange: () => {
      const hours = Number(spans.value);
      go({ ...place, panel: null, from: hours ? extent.to - hours * HOUR : null, to: hours ? extent.to : null });
    } },
    element('option', { value: '', hidden: true, selected: place.from !== null }, 'Chosen'),
    ...SPANS.map(([label, hours]) => element(
      'option',
      { value: hours ?? 0, selected: place.from === null ? hours === null : hours !== null && place.to === extent.to && place.from === extent.to - hours * HOUR },
      label)));
  const apply = (event) => {
    event.preventDefault();
    if (utc(start.value) < utc(end.value)) {
      go({ ...place, panel: null, from: utc(start.value), to: utc(end.value) });
    }
  };
  return element(
    'form',
    { class: 'range', onsubmit: apply, 'aria-label': 'Time range' },
    element('div', { class: 'control' }, element('label', { for: 'span' }, 'Time'), spans),
    element('div', { class: 'control' }, element('label', { for: 'from' }, 'From (UTC)'), start),
    element('div', { class: 'control' }, element('label', { for: 'to' }, 'To (UTC)'), end),
    element('button', { type: 'submit' }, 'Apply'));
}

function chip(text, next) {
  return element('li', {}, element(
    'button', { type: 'button', class: 'chip', 'aria-label': `Remove filter ${text}`, onclick: () => go(next) }, text, element('span', { 'aria-hidden': 'true' }, '×')));
}

/** What is chosen, each with a way to remove it; from an account a way to who talks to whom there. */
function chips(fields, place) {
  const made = place.filters.map(([id, value]) => {
    const field = fields.get(id);
    const item = chip(field ? `${field.label}: ${numbers.key(field, value)}` : `${id}: ${value} (not here)`, without(place, id, value));
    if (id === 'account') {
      const pairs = { page: 'network-activity', filters: [[id, value]], from: null, to: null, panel: 'network-activity-10' };
      item.append(element('a', { href: hash(pairs), class: 'drill' }, 'IP pairs of this account'));
    }
    return item;
  });
  if (place.from !== null) {
    made.push(chip(`Time: ${numbers.time(place.from)} to ${numbers.time(place.to)}`, { ...place, panel: null, from: null, to: null }));
  }
  if (made.length > 1) {
    made.push(element('li', {}, element(
      'button', { type: 'button', class: 'chip clear', onclick: () => go({ ...place, panel: null, filters: [], from: null, to: null }) }, 'Remove all')));
  }
  return element('ul', { class: 'chips', 'aria-label': 'Filters' }, ...made);
}

/** Where an IP address is looked up. */
function reputationForm(redraw) {
  const input = element('input', { type: 'url', id: 'reputation', value: reputation.template(), size: '44', spellcheck: 'false' });
  const note = element('p', { class: 'about', id: 'reputation-note' },
    'The arrow behind an address opens this page, with {ip} replaced. It must begin with https:// and hold {ip}. Empty: the default.');
  input.setAttribute('aria-describedby', 'reputation-note');
  const save = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.setCustomValidity(text && !reputation.isTemplate(text) ? 'An address that begins with https:// and holds {ip}' : '');
    if (input.reportValidity()) {
      reputation.keep(text);
      input.value = reputation.template();
      redraw();
    }
  };
  return element('details', { class: 'settings' }, element('summary', {}, 'Reputation link'),
    element('form', { onsubmit: save, novalidate: true }, element('label', { for: 'reputation' }, 'Address for an IP'), input,
      element('button', { type: 'submit' }, 'Save'), note));
}

export function controls(dashboard, offers, place, redraw) {
  const fields = new Map(dashboard.fields.map((field) => [field.id, field]));
  return [
    element('div', { class: 'controls' },
      range(offers, place),
      ...dashboard.controls.map((field) => control(field, offers.choices[field.id] ?? [], place)),
      reputationForm(redraw)),
    chips(fields, place),
  ];
}
