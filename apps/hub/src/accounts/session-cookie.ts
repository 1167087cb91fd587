import { type IncomingHttpHeaders } from 'node:http';
import { SESSION_WHOLE_MS } from '#core';
import { type CookieOptions, type Request, type Response } from 'express';

/** Holds the id of a session; no script can read it, and no other site's page sends it. */
export const SESSION_COOKIE = 'truc_session';

/** The id of the session a request belongs to. */
export function sessionIdIn({ cookie = '' }: IncomingHttpHeaders): string | undefined {
  for (const part of cookie.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === SESSION_COOKIE && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Gives the session to the browser that asked. */
export function giveSession(id: string, request: Request, response: Response): void {
  response.cookie(SESSION_COOKIE, id, { ...attributesFor(request), maxAge: SESSION_WHOLE_MS });
}

/** Has the browser forget its session. */
export function takeSession(request: Request, response: Response): void {
  response.clearCookie(SESSION_COOKIE, attributesFor(request));
}

function attributesFor({ secure }: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure };
}
