/** A place among the events: behind an event, or before all of a transaction. */
export interface EventPlace {
  /** The transaction, as Postgres numbers them: 64 bits. */
  tx: string;
  id: string;
}

const PLACE = /^(\d{1,19})-(\d{1,18})$/;

/** As the `id:` of a server-sent event, which comes back as `Last-Event-ID`. */
export function writePlace({ tx, id }: EventPlace): string {
  return `${tx}-${id}`;
}

/** `null` when it is none of ours. */
export function readPlace(text: string): EventPlace | null {
  const [, tx, id] = PLACE.exec(text) ?? [];
  return tx === undefined || id === undefined ? null : { tx, id };
}

/** Whether an event lies behind a place. */
export function isBehind(event: EventPlace, place: EventPlace): boolean {
  const [tx, other] = [BigInt(event.tx), BigInt(place.tx)];
  return tx === other ? BigInt(event.id) > BigInt(place.id) : tx > other;
}
