import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/** A day (from its first moment on, in UTC) or a time with its zone, in ISO 8601; becomes a Date. */
export function IsMoment(): PropertyDecorator {
  // What is none stays as it is, for the validator to refuse.
  const parse = Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string' || !MOMENT.test(value)) return value;
    const moment = new Date(value);
    return Number.isNaN(moment.getTime()) ? value : moment;
  });
  return (target, property) => {
    parse(target, property);
    registerDecorator({
      name: 'isMoment',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => value instanceof Date,
        defaultMessage: () =>
          'must be a day or a time in ISO 8601, as in 2026-11-22T18:00:00Z or 2026-11-22',
      },
    });
  };
}
