// The page: which view is shown, and how it follows the run and the address.

import './policy.js';
import { DashboardView } from './dashboard.js';
import { element, say } from './dom.js';
import { current, hash } from './place.js';
import { badge, isOver, RunView } from './run.js';
import * as server from './server.js';
import { startTheme } from './theme.js';

const POLL_MS = 1000;
const RELOAD_MS = 5000;

const content = document.getElementById('content');
const pages = document.getElementById('pages');
const badgeOfRun = document.getElementById('badge');

let dashboards = [];
let view = null;
let shown = null;
let run = null;
let reloaded = 0;

/** Links to all pages; what both dashboards can be narrowed by goes along. */
function showPages(place) {
  const titles = [{ id: 'run', title: 'Run', controls: [] }, ...dashboards];
  const links = titles.map((page) => {
    const controls = new Set(page.controls.map((field) => field.id));
    const target = { page: page.id, filters: place.filters.filter(([field]) => controls.has(field)), from: null, to: null, panel: null };
    return element('a', { href: hash(target), 'aria-current': page.id === place.page ? 'page' : null }, page.title);
  });
  const focused = [...pages.children].indexOf(document.activeElement);
  pages.replaceChildren(...links);
  links[focused]?.focus();
}

function made(page) {
  const dashboard = dashboards.find((candidate) => candidate.id === page);
  return dashboard ? new DashboardView(dashboard) : new RunView();
}

/** Follows the address. */
function route() {
  const place = current();
  showPages(place);
  if (shown !== place.page) {
    const first = shown === null;
    view?.dispose();
    view = made(place.page);
    shown = place.page;
    content.replaceChildren(view.element);
    document.title = `${view.element.querySelector('h1').textContent} – ocsf4j lab`;
    if (!first && document.activeElement?.parentElement !== pages) {
      view.element.querySelector('h1').focus();
    }
    window.scrollTo(0, 0);
  }
  refresh();
}

function refresh() {
  reloaded = Date.now();
  if (view instanceof DashboardView) {
    view.load();
  } else if (run) {
    view.show(run);
  }
}

async function poll() {
  try {
    run = await server.run();
    badgeOfRun.textContent = badge(run);
    badgeOfRun.dataset.phase = run.phase;
    if (view instanceof RunView) {
      view.show(run);
    } else if (isOver(run) || Date.now() - reloaded > RELOAD_MS) {
      refresh();
    }
  } catch (problem) {
    badgeOfRun.textContent = 'the lab does not answer';
    badgeOfRun.dataset.phase = 'not_agreed';
  }
  if (!run || !isOver(run)) {
    setTimeout(poll, POLL_MS);
  }
}

async function start() {
  startTheme(document.getElementById('theme'));
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    content.focus();
  });
  try {
    dashboards = await server.dashboards();
    window.addEventListener('hashchange', route);
    route();
    poll();
  } catch (problem) {
    content.replaceChildren(element('p', { class: 'error', role: 'alert' }, problem.message));
    say(problem.message);
  }
}

start();
