/** OpenCC's characters from Traditional to Simplified, as `繁 简|…`: the package types its converters, not its data. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
