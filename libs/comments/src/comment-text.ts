/** Longest body of a comment, in Unicode characters. */
export const MAXIMUM_BODY_CHARACTERS = 5000;

/** The body as it is stored: one form for each character (NFC), Unix line ends, no blanks around it. */
export function normalizeBody(body: string): string {
  return body.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** What is wrong with a text, as the name of a rule and a sentence. */
export interface TextProblem {
  rule: 'isWellFormed' | 'noControlCharacters' | 'minLength' | 'maxLength' | 'isVisible';
  message: string;
}

export interface TextRules {
  maximum: number;
  /** Whether line ends and tabs are allowed. */
  lines: boolean;
}

const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /(?![\n\t\r])\p{Cc}/u;
/** At least one character that leaves a mark: not a separator, a control, a format or an unassigned one. */
const VISIBLE = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\s]/u;

/** The first rule that the text breaks; `null` if it is fine. Length is counted in Unicode characters. */
export function textProblem(text: string, { maximum, lines }: TextRules): TextProblem | null {
  if (!text.isWellFormed()) {
    return {
      rule: 'isWellFormed',
      message: 'must not contain half a character (a lone surrogate)',
    };
  }
  if ((lines ? CONTROL_BUT_LINES : CONTROL).test(text)) {
    return { rule: 'noControlCharacters', message: 'must not contain control characters' };
  }
  if (text.trim() === '') return { rule: 'minLength', message: 'must not be empty' };
  if (isLongerThan(text, maximum)) {
    return { rule: 'maxLength', message: `must not be longer than ${maximum} characters` };
  }
  if (!VISIBLE.test(text)) {
    return { rule: 'isVisible', message: 'must contain a character that can be seen' };
  }
  return null;
}

function isLongerThan(text: string, maximum: number): boolean {
  if (text.length <= maximum) return false;
  let characters = 0;
  for (const _ of text) {
    characters += 1;
    if (characters > maximum) return true;
  }
  return false;
}
