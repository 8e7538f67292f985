import { type Source, sourceOf } from './attributes.js';
import { refused } from './perspective-error.js';
import type { AnalyzeRequest } from './requests.js';
import type { TextReadings } from './text-readings.service.js';

/** An attribute as it was asked for; without a source it is known and not scored here. */
interface AskedAttribute {
  /** As the client wrote it, with a version if it wrote one. */
  name: string;
  source: Source | null;
  /** The answer has it only from this score on. */
  threshold: number;
}

/** An attribute that the answer may have. */
export interface RequestedAttribute extends AskedAttribute {
  source: Source;
}

/** @throws PerspectiveError NO_REQUESTED_ATTRIBUTES, INVALID_REQUEST */
export function requestedAttributes(
  requested: AnalyzeRequest['requestedAttributes'],
): AskedAttribute[] {
  if (requested === undefined || requested.size === 0) {
    throw refused('NO_REQUESTED_ATTRIBUTES', 'Missing requested_attributes');
  }
  return [...requested].map(([name, { scoreType, scoreThreshold = 0 }]) => {
    const source = knownSource(name);
    assertScoreType(name, scoreType);
    return { name, source, threshold: scoreThreshold };
  });
}

/** @throws PerspectiveError INVALID_REQUEST for a name that is no attribute */
export function knownSource(name: string): Source | null {
  const source = sourceOf(name);
  if (source !== undefined) return source;
  throw refused('INVALID_REQUEST', `Unknown requested attribute: ${name.slice(0, 100)}`);
}

/** @throws PerspectiveError INVALID_REQUEST for scores that are not probabilities */
export function assertScoreType(name: string, type: string | undefined): void {
  if (type === undefined || type === 'PROBABILITY' || type === 'SCORE_TYPE_UNSPECIFIED') return;
  throw refused(
    'INVALID_REQUEST',
    `Requested score type ${type} is not supported by attribute ${name}`,
  );
}

/**
 * Those that there is a score for.
 * @throws PerspectiveError LANGUAGE_DETECTION_FAILED, or LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE unless the others are to be dropped
 */
export function supportedOf(
  asked: readonly AskedAttribute[],
  readings: TextReadings,
  { requested, drop }: { requested: readonly string[]; drop: boolean },
): RequestedAttribute[] {
  const isSupported = (attribute: AskedAttribute): attribute is RequestedAttribute =>
    attribute.source !== null && readings.supports(attribute.source);
  const other = asked.find((attribute) => !isSupported(attribute));
  if (other === undefined) return asked.filter(isSupported);
  const { detected } = readings;
  if (requested.length === 0 && detected === null) {
    throw refused('LANGUAGE_DETECTION_FAILED', 'Unable to detect language');
  }
  if (drop) return asked.filter(isSupported);
  const detectedLanguages = detected === null ? [] : [detected];
  const languages = requested.length > 0 ? requested : detectedLanguages;
  throw refused(
    'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    `Attribute ${other.name} does not support request languages: ${languages.join(', ')}`,
    {
      languageNotSupportedByAttributeError: {
        attribute: other.name,
        ...(requested.length > 0 && { requestedLanguages: requested }),
        detectedLanguages,
      },
    },
  );
}
