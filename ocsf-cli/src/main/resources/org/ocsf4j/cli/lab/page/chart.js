// A chart in a panel: drawn by ECharts as SVG, used with a mouse or with the keyboard.

import { element, say } from './dom.js';
import { gauge } from './chart-gauge.js';
import { heatmap } from './chart-heatmap.js';
import { line } from './chart-line.js';
import { ranking } from './chart-ranking.js';
import { share } from './chart-share.js';
import { timeline } from './chart-timeline.js';
import { onTheme } from './theme.js';

const KINDS = { timeline, ranking, share, heatmap, gauge, line };
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const live = new Set();

onTheme(() => live.forEach((chart) => chart.redraw()));

export const isChart = (kind) => kind in KINDS;

/** The heights that kinds need; a ranking and a heat map grow with their rows. */
export function height(kind, data) {
  switch (kind) {
    case 'ranking': return Math.max(120, 26 * data.rows.length + 12);
    case 'heatmap': return Math.max(160, 28 * new Set(data.rows.map((row) => row[0])).size + 80);
    case 'timeline': return 230;
    default: return 190;
  }
}

export class Chart {
  /** @param choose is called with the point that the reader clicks, or chooses by Enter */
  constructor(panel, choose) {
    this.panel = panel;
    this.choose = choose;
    this.data = null;
    this.points = [];
    this.at = -1;
    this.element = element('div', { class: 'chart', tabindex: '0', role: 'img', onkeydown: (event) => this.#key(event) });
    this.element.addEventListener('blur', () => this.#leave());
    this.sizes = new ResizeObserver(() => this.#resized());
  }

  show(data) {
    this.data = data;
    this.at = -1;
    this.element.style.minHeight = `${height(this.panel.kind, data)}px`;
    if (!this.instance) {
      this.instance = window.echarts.init(this.element, null, { renderer: 'svg', width: this.element.clientWidth || 400, height: height(this.panel.kind, data) });
      this.instance.on('click', (mark) => this.#chosen(this.points.find((p) => p.series === mark.seriesIndex && p.index === mark.dataIndex)));
      this.sizes.observe(this.element);
      live.add(this);
    }
    this.redraw(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  /** @param animation false where only the size or the colours are other: a chart that moves then says nothing */
  redraw(animation = false) {
    const { points, option } = KINDS[this.panel.kind](this.panel, this.data, this.element.clientWidth || 400);
    this.points = points;
    this.instance.setOption({ ...option, animation }, true);
    this.element.setAttribute('aria-label', this.#summary());
  }

  dispose() {
    this.sizes.disconnect();
    live.delete(this);
    if (this.instance) {
      this.instance.dispose();
    }
  }

  #summary() {
    const first = this.points.slice(0, 3).map((point) => point.label).join('; ');
    const use = this.points.length > 1 ? ' Arrow keys read the marks, Enter filters. The table has all of it.' : '';
    return `Chart: ${this.panel.title}. ${this.points.length} marks. ${first}.${use}`;
  }

  #resized() {
    if (this.instance && this.element.clientWidth > 0) {
      this.instance.resize({ width: this.element.clientWidth, height: this.element.clientHeight });
      this.redraw();
    }
  }

  #key(event) {
    if (event.key in STEPS && this.points.length) {
      event.preventDefault();
      this.#leave();
      this.at = (this.at + STEPS[event.key] + this.points.length) % this.points.length;
      const mark = { seriesIndex: this.points[this.at].series, dataIndex: this.points[this.at].index };
      this.instance.dispatchAction({ type: 'highlight', ...mark });
      this.instance.dispatchAction({ type: 'showTip', ...mark });
      say(this.points[this.at].label);
    } else if (event.key === 'Enter' && this.at >= 0) {
      event.preventDefault();
      this.#chosen(this.points[this.at]);
    } else if (event.key === 'Escape') {
      this.#leave();
    }
  }

  #leave() {
    if (this.instance && this.at >= 0) {
      this.instance.dispatchAction({ type: 'downplay' });
      this.instance.dispatchAction({ type: 'hideTip' });
    }
  }

  #chosen(point) {
    if (point && (point.filters.length || point.range)) {
      this.choose(point);
    }
  }
}
