import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** How much is logged, and whether for machines (`json`, one object a line) or for people. */
export interface LogOptions {
  readonly level: string;
  readonly format: 'json' | 'pretty';
  /** Stands in every line: which program speaks. */
  readonly name: string;
}

/**
 * Nest's logger over pino. A first argument that is an object becomes fields of the line (document and system ids go
 * there), the next string its message; Nest's trailing context becomes `context`, a stack given to `error` is kept.
 */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor({ level, format, name }: LogOptions) {
    this.pino = pino({
      name,
      level,
      ...(format === 'pretty' ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } } : {}),
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.length > 0 && typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const others = context === undefined ? rest : rest.slice(0, -1);
    const fields: Record<string, unknown> = { context };
    let text = others.find((each) => typeof each === 'string');
    if (message instanceof Error) fields['err'] = message;
    else if (typeof message === 'object' && message !== null) Object.assign(fields, message);
    else [text, fields['stack']] = [String(message), text];
    this.pino[level](fields, text);
  }
}
