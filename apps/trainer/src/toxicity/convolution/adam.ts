const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const TINY = 1e-8;

/** Adam (Kingma and Ba 2015) for one row of parameters. */
export class Adam {
  readonly gradients: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private steps = 0;

  constructor(readonly parameters: Float32Array) {
    this.gradients = new Float32Array(parameters.length);
    this.means = new Float32Array(parameters.length);
    this.squares = new Float32Array(parameters.length);
  }

  /** Moves the parameters against the gradients, which are zero afterwards. */
  step(learningRate: number): void {
    this.steps++;
    const meanBias = 1 - MEAN_DECAY ** this.steps;
    const squareBias = 1 - SQUARE_DECAY ** this.steps;
    const { parameters, gradients, means, squares } = this;
    for (let at = 0; at < parameters.length; at++) {
      const gradient = gradients[at] as number;
      const mean = MEAN_DECAY * (means[at] as number) + (1 - MEAN_DECAY) * gradient;
      const square = SQUARE_DECAY * (squares[at] as number) + (1 - SQUARE_DECAY) * gradient ** 2;
      means[at] = mean;
      squares[at] = square;
      parameters[at] =
        (parameters[at] as number) -
        (learningRate * (mean / meanBias)) / (Math.sqrt(square / squareBias) + TINY);
      gradients[at] = 0;
    }
  }
}
