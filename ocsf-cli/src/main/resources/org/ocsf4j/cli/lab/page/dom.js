// Elements. Text goes in as text nodes only: what events hold is never read as HTML.

/** An element with properties and children; a child is an element or text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const news = document.getElementById('news');

/** Tells a screen reader. */
export function say(text) {
  if (news.textContent !== text) {
    news.textContent = text;
  }
}
