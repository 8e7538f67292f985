/** Something that says yes or no to a text. */
export interface Detector {
  name: string;
  flags: (text: string) => boolean;
}

/** A text with what people said of it. */
export interface LabeledText {
  text: string;
  positive: boolean;
}
