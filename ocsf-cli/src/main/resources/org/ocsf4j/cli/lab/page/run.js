// The run: how far, how fast, how late, and what became of every row.

import { element, say } from './dom.js';
import { duration, whole } from './numbers.js';
import { PanelView } from './panel.js';

const WINDOW_MS = 2000;

const PHASES = {
  preparing: 'Preparing the lake',
  running: 'Running',
  agreed: 'Settled: OpenSearch counts what was indexed',
  not_agreed: 'Not settled, or the counts differ',
};

const text = (id, label) => ({ id, label, kind: 'string' });
const count = (label) => ({ function: 'count', field: '', label });

const PANELS = {
  rate: { id: 'run-rate', title: 'Throughput', about: 'Rows settled per second.', kind: 'line', width: 6, fields: [{ id: 'elapsed', label: 'After', kind: 'duration' }], metrics: [count('Rows per second')] },
  lag: { id: 'run-lag', title: 'Lag', about: 'How long the oldest announced object has been waiting.', kind: 'line', width: 6, fields: [{ id: 'elapsed', label: 'After', kind: 'duration' }], metrics: [{ function: 'max', field: 'lag_ms', label: 'Lag' }] },
  classes: {
    id: 'run-classes', title: 'Settlement by class', about: 'Read is the sum of the four columns behind it, or something is lost. The last column is what OpenSearch itself counts.',
    kind: 'table', sorted: false, width: 12, fields: [text('version', 'OCSF version'), text('name', 'Class')],
    metrics: ['Read', 'Indexed', 'Already present', 'Dead-lettered', 'Filtered', 'In OpenSearch'].map(count), empty: 'No object has been settled yet.',
  },
  letters: {
    id: 'run-letters', title: 'Dead letters', about: 'What could not be delivered and is kept; the newest first.', kind: 'events', width: 12,
    fields: [{ id: 'time', label: 'Time', kind: 'date' }, text('object', 'Object'), text('cause', 'Cause'), text('reason', 'Reason')], metrics: [], empty: 'None. Every row was delivered.',
  },
  problems: {
    id: 'run-problems', title: 'Not settled', about: 'Messages and objects that stay in the queue.', kind: 'events', width: 12,
    fields: [{ id: 'time', label: 'Time', kind: 'date' }, text('subject', 'What'), text('cause', 'Cause'), text('reason', 'Reason')], metrics: [], empty: 'None.',
  },
};

export const isOver = (run) => run.phase === 'agreed' || run.phase === 'not_agreed';

/** Rows per second at each sample, over the seconds before it. */
function rates(samples) {
  return samples.slice(1).map(([at, rows], index) => {
    const before = samples.slice(0, index + 1).findLast(([time]) => at - time >= WINDOW_MS) ?? samples[0];
    return [at, at > before[0] ? ((rows - before[1]) * 1000) / (at - before[0]) : 0];
  });
}

const settled = (run) => run.indexed + run.alreadyPresent + run.deadLettered + run.filtered;

const average = (run) => (run.elapsedMs > 0 ? (settled(run) * 1000) / run.elapsedMs : 0);

/** What the head of every page says of the run. */
export const badge = (run) => (run.phase === 'running' ? `running, ${whole(settled(run))} rows` : PHASES[run.phase].split(':')[0].toLowerCase());

const notes = (list) => ({ rows: list.map((note) => [note.time, note.subject, note.cause, note.reason]) });

export class RunView {
  constructor() {
    this.phase = element('p', { class: 'phase', id: 'phase' });
    this.figures = element('dl', { class: 'figures' });
    this.views = Object.fromEntries(Object.entries(PANELS).map(([name, panel]) => [name, new PanelView(panel, null)]));
    this.element = element(
      'div',
      { class: 'dashboard', id: 'dashboard-run' },
      element('h1', { tabindex: '-1' }, 'The run'),
      element('p', { class: 'lead' }, 'A sample lake in S3, announced in SQS, carried into OpenSearch, all on this machine.'),
      this.phase,
      this.figures,
      element('div', { class: 'grid' }, ...Object.values(this.views).map((view) => view.element)));
  }

  show(run) {
    if (this.phase.textContent !== PHASES[run.phase]) {
      this.phase.textContent = PHASES[run.phase];
      this.phase.dataset.phase = run.phase;
      say(`The run: ${PHASES[run.phase]}`);
    }
    const facts = [
      ['Rows settled', whole(settled(run))],
      ['Rows per second', whole(average(run))],
      ['Objects settled', `${whole(run.objectsSettled)} of ${whole(run.objects)}`],
      ['Time', duration(run.elapsedMs)],
      ['Longest lag', duration(run.longestLagMs)],
      ['Dead letters', whole(run.letters)],
    ];
    this.figures.replaceChildren(...facts.map(([name, value]) => element('div', { class: 'fact' }, element('dt', {}, name), element('dd', {}, value))));
    this.views.rate.show({ rows: rates(run.samples) });
    this.views.lag.show({ rows: run.samples.map(([at, , lag]) => [at, lag]) });
    this.views.classes.show({ rows: run.classes.map((c) => [c.version, `${c.name} (${c.uid})`, c.rowsRead, c.indexed, c.alreadyPresent, c.deadLettered, c.filtered, c.inOpenSearch ?? null]) });
    this.views.letters.show(notes(run.newestLetters));
    this.views.problems.show(notes(run.problems));
    this.element.dataset.loaded = 'true';
  }

  dispose() {
    Object.values(this.views).forEach((view) => view.dispose());
  }
}
