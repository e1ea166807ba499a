// The chart library empties elements by setting their HTML to nothing. That is allowed, and HTML of any other text is not.

if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML(text) {
      if (text) {
        throw new TypeError('HTML from text is refused');
      }
      return '';
    },
  });
}
