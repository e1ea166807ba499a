// A dashboard: its controls and panels.

import { controls } from './controls.js';
import { element, say } from './dom.js';
import { whole } from './numbers.js';
import { PanelView } from './panel.js';
import { current, go, narrowed } from './place.js';
import * as server from './server.js';

export class DashboardView {
  constructor(dashboard) {
    this.dashboard = dashboard;
    this.generation = 0;
    this.bar = element('div', { class: 'bar' });
    const choose = (point) => go(narrowed(current(), point.filters, point.range));
    this.panels = dashboard.panels.map((panel) => new PanelView(panel, choose));
    this.grid = element('div', { class: 'grid' }, ...this.panels.map((view) => view.element));
    this.element = element(
      'div',
      { class: 'dashboard', id: `dashboard-${dashboard.id}` },
      element('h1', { tabindex: '-1' }, dashboard.title),
      element('p', { class: 'lead' }, dashboard.about),
      this.bar,
      this.grid);
  }

  /** Asks for everything anew. What was asked before and comes later is not shown. */
  async load() {
    const generation = ++this.generation;
    const isOld = () => generation !== this.generation;
    const place = current();
    this.element.dataset.loaded = 'false';
    this.panels.forEach((view) => view.loading());
    try {
      const offers = await server.choices(this.dashboard);
      if (isOld()) {
        return;
      }
      if (offers.from === undefined) {
        this.bar.replaceChildren(element('p', { class: 'empty' }, 'There are no events yet.'));
        this.panels.forEach((view) => view.show({ total: 0, rows: [], stepMs: 1000 }));
      } else {
        await this.#loadPanels(offers, place, isOld);
      }
    } catch (problem) {
      this.panels.forEach((view) => view.failed(problem.message));
    }
    if (!isOld()) {
      this.element.dataset.loaded = 'true';
    }
  }

  async #loadPanels(offers, place, isOld) {
    this.#showControls(offers, place);
    const range = { from: place.from ?? offers.from, to: place.to ?? offers.to };
    const known = new Set(this.dashboard.fields.map((field) => field.id));
    const filters = place.filters.filter(([field]) => known.has(field));
    const totals = await Promise.all(this.panels.map(async (view) => {
      try {
        const data = await server.panel(this.dashboard, view.panel.id, range, filters);
        if (!isOld()) {
          view.show(data);
        }
        return data.total;
      } catch (problem) {
        if (!isOld()) {
          view.failed(problem.message);
        }
        return 0;
      }
    }));
    if (!isOld()) {
      say(`${this.dashboard.title}: ${whole(totals[0])} events, ${filters.length} filters`);
      this.#follow(place.panel);
    }
  }

  /** Puts the controls up anew where something has changed, and keeps the focus in them. */
  #showControls(offers, place) {
    const state = JSON.stringify([offers, place]);
    if (state === this.shown) {
      return;
    }
    this.shown = state;
    const focused = this.bar.contains(document.activeElement) ? document.activeElement.id : '';
    const inBar = this.bar.contains(document.activeElement);
    this.bar.replaceChildren(...controls(this.dashboard, offers, place, () => this.load()));
    if (focused) {
      document.getElementById(focused)?.focus();
    } else if (inBar) {
      this.bar.querySelector('.chip, select')?.focus();
    }
  }

  /** A link to one panel goes there once. */
  #follow(panelId) {
    const view = this.panels.find((candidate) => candidate.panel.id === panelId);
    if (view && this.followed !== panelId) {
      view.element.scrollIntoView({ block: 'start' });
      view.element.focus({ preventScroll: true });
    }
    this.followed = panelId;
  }

  dispose() {
    this.generation++;
    this.panels.forEach((view) => view.dispose());
  }
}
