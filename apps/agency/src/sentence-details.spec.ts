import { AXIS_ERRORS, AxisError, axisErrorCodes } from '#core';
import { detailsIn, errorSaying } from './sentence-details.js';

describe('The details of a sentence', () => {
  it.each(axisErrorCodes())('of %s are read back, and tell the error', (code) => {
    const names = [...AXIS_ERRORS[code].title.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const details = Object.fromEntries(names.map((name, at) => [name, `${at}: (a+b)? [c]`]));
    const sentence = new AxisError(code, details).message;
    expect(detailsIn(code, sentence)).toEqual(details);
    expect(errorSaying(sentence)?.code).toBe(code);
  });

  it('are none when it is the sentence of another error, or of none', () => {
    expect(detailsIn('BODY_TOO_LARGE', new AxisError('UNAUTHENTICATED').message)).toBeUndefined();
    expect(errorSaying('read ECONNRESET')).toBeUndefined();
  });
});
