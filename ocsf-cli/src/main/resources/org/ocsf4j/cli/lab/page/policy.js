// The chart library within the page's policy. It writes styles as attributes, which counts as inline style: here they become
// properties, which does not. It empties elements by setting their HTML to nothing: that is allowed, and HTML of any other text is not.

const setAttribute = SVGElement.prototype.setAttribute;

SVGElement.prototype.setAttribute = function (name, value) {
  if (name === 'style') {
    this.style.cssText = value;
  } else {
    setAttribute.call(this, name, value);
  }
};

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
