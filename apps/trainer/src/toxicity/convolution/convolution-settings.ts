/** How the convolution is trained. */
export interface ConvolutionSettings {
  filters: number;
  epochs: number;
  /** From this epoch on, counted from 1, the network's weights are averaged. */
  averagedFrom: number;
  learningRate: number;
  /** What is left of the learning rate after each epoch. */
  decay: number;
  batch: number;
  /** The share of filters that is left out of each text (Srivastava et al. 2014), and of words that are made unknown. */
  dropout: number;
  wordDropout: number;
}

/** What did best on the validation rows. */
export const CONVOLUTION_SETTINGS: ConvolutionSettings = {
  ...{ filters: 64, epochs: 7, averagedFrom: 3, learningRate: 0.003, decay: 0.85, batch: 512 },
  ...{ dropout: 0.5, wordDropout: 0.1 },
};
