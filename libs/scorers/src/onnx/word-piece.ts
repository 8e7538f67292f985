/** BERT's special tokens, without which a vocabulary is none of BERT's. */
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const;

/**
 * What `tokenizer.json` would say for a `vocab.txt` of BERT (one token a line, its number the id);
 * `null` if a token is missing that BERT cannot do without.
 */
export function wordPieceFrom(vocabulary: string, lowercase: boolean): object | null {
  const tokens = vocabulary.replace(/\n$/, '').split(/\r?\n/);
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]));
  if (!SPECIAL.every((token) => Object.hasOwn(vocab, token))) return null;
  const framing = (token: string) => ({ SpecialToken: { id: token, type_id: 0 } });
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content) => ({ id: vocab[content], content, special: true })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [framing('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, framing('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}
