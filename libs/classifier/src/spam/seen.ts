/** A set of 32-bit hashes that is emptied in no time: what was seen carries the number of the round. */
export class Seen {
  private keys = new Uint32Array(1024);
  private rounds = new Uint32Array(1024);
  private round = 0;
  private mask = 1023;

  /** Empties the set and makes room for that many hashes. */
  reset(size: number): void {
    if (size * 2 > this.keys.length) {
      const room = 2 ** Math.ceil(Math.log2(size * 2));
      this.keys = new Uint32Array(room);
      this.rounds = new Uint32Array(room);
      this.mask = room - 1;
      this.round = 0;
    } else if (this.round === 0xffffffff) {
      this.rounds.fill(0);
      this.round = 0;
    }
    this.round++;
  }

  /** Adds a hash; whether it is new. */
  add(hash: number): boolean {
    const { keys, rounds, round, mask } = this;
    let slot = (hash ^ (hash >>> 14)) & mask;
    while (rounds[slot] === round) {
      if (keys[slot] === hash) return false;
      slot = (slot + 1) & mask;
    }
    rounds[slot] = round;
    keys[slot] = hash;
    return true;
  }
}
