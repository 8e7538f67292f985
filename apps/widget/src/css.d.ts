/** A style sheet as its text, which the build makes small. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
