import { ModeratoComments } from './moderato-comments.js';

// A page may carry the script twice.
if (!customElements.get('moderato-comments'))
  customElements.define('moderato-comments', ModeratoComments);
