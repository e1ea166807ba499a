// Light or dark: as the system has it, until the reader chooses.

const KEY = 'ocsf-lab-theme';
const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = [];

function chosen() {
  const kept = localStorage.getItem(KEY);
  return kept in NEXT ? kept : 'auto';
}

export const isDark = () => (chosen() === 'auto' ? system.matches : chosen() === 'dark');

function apply(button) {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  button.textContent = `Theme: ${chosen()}`;
  listeners.forEach((listener) => listener());
}

/** Calls when light has become dark or the other way round. */
export function onTheme(listener) {
  listeners.push(listener);
}

export function startTheme(button) {
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, NEXT[chosen()]);
    apply(button);
  });
  system.addEventListener('change', () => apply(button));
  apply(button);
}
