// A panel: a heading, how to read it, and its chart or table.

import { Chart, isChart } from './chart.js';
import { element } from './dom.js';
import * as numbers from './numbers.js';
import { table } from './table.js';

export class PanelView {
  /** @param choose is called with the filters and the time range of what the reader clicks */
  constructor(panel, choose, level = 'h2') {
    this.panel = panel;
    this.choose = choose;
    this.asTable = false;
    this.data = null;
    this.chart = null;
    this.body = element('div', { class: 'body' });
    this.toggle = isChart(panel.kind)
      ? element('button', { type: 'button', class: 'quiet', 'aria-pressed': 'false', onclick: () => this.#turn() }, 'Table')
      : null;
    if (this.toggle) {
      this.toggle.setAttribute('aria-label', `Table of ${panel.title}`);
    }
    const heading = `heading-${panel.id}`;
    this.element = element(
      'section',
      { class: `panel w${panel.width} ${panel.kind}`, id: panel.id, 'aria-labelledby': heading, 'aria-busy': 'true', 'data-state': 'loading', tabindex: '-1' },
      element('div', { class: 'head' }, element(level, { id: heading }, panel.title), this.toggle),
      panel.about ? element('p', { class: 'about' }, panel.about) : null,
      this.body);
  }

  loading() {
    this.element.setAttribute('aria-busy', 'true');
  }

  show(data) {
    this.data = data;
    this.element.setAttribute('aria-busy', 'false');
    const always = this.panel.kind === 'number' || this.panel.kind === 'gauge';
    const empty = data.rows.length === 0 && !always;
    this.element.dataset.state = empty ? 'empty' : 'ready';
    if (this.toggle) {
      this.toggle.hidden = empty;
    }
    if (empty) {
      this.#replace(element('p', { class: 'empty' }, this.panel.empty ?? 'No events match here.'));
    } else if (this.panel.kind === 'number') {
      this.#replace(this.#number());
    } else if (this.toggle && !this.asTable) {
      this.#showChart();
    } else {
      this.#replace(table(this.panel, data, this.choose));
    }
  }

  failed(problem) {
    this.element.setAttribute('aria-busy', 'false');
    this.element.dataset.state = 'error';
    this.#replace(element('p', { class: 'error', role: 'alert' }, problem));
  }

  dispose() {
    if (this.chart) {
      this.chart.dispose();
      this.chart = null;
    }
  }

  #turn() {
    this.asTable = !this.asTable;
    this.toggle.setAttribute('aria-pressed', String(this.asTable));
    this.show(this.data);
  }

  #showChart() {
    if (!this.chart) {
      this.chart = new Chart(this.panel, this.choose);
      this.body.replaceChildren(this.chart.element);
    }
    this.chart.show(this.data);
  }

  #number() {
    const metric = this.panel.metrics[0];
    const value = this.data.rows.length ? this.data.rows[0][0] : 0;
    return element('p', { class: 'figure', title: numbers.full(metric, value) }, numbers.full(metric, value));
  }

  /** Puts something else than the chart into the panel, and keeps the place of a table that was scrolled. */
  #replace(content) {
    this.dispose();
    const before = this.body.querySelector('.scroll');
    const top = before ? before.scrollTop : 0;
    this.body.replaceChildren(content);
    const after = this.body.querySelector('.scroll');
    if (after) {
      after.scrollTop = top;
    }
  }
}
