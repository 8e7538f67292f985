/** How a policy is shown and written: value by value, or as the API has it. */
export const VIEWS = ['form', 'json'] as const;
export type View = (typeof VIEWS)[number];
