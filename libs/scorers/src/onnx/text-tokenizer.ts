import { Tokenizer } from '@huggingface/tokenizers';

/** What of a tokenizer is needed here. */
export interface TextTokenizer {
  encode(text: string, options: { add_special_tokens: boolean }): { ids: number[] };
}

/**
 * A tokenizer of Hugging Face from its two files, parsed. The package's own types lead nowhere under Node's
 * resolution (they name files without endings), hence ours.
 * @throws Error for a kind that is not supported
 */
export const textTokenizer = (described: object, config: object): TextTokenizer =>
  new (Tokenizer as unknown as new (described: object, config: object) => TextTokenizer)(
    described,
    config,
  );
