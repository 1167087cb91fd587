import { type IncomingHttpHeaders } from 'node:http';
import { SESSION_WHOLE_MS } from '#core';
import { type CookieOptions, type Request, type Response } from 'express';

/** The name of a system's cookie. Browsers do not tell ports of one host apart, so hub and systems on one machine need names of their own. */
export function clerkCookie(system: string): string {
  return `truc_clerk_${system}`;
}

/** The id of the session a request to this system belongs to. */
export function sessionIdIn({ cookie = '' }: IncomingHttpHeaders, system: string): string | undefined {
  for (const part of cookie.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === clerkCookie(system) && value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Gives the session to the browser that asked; no script reads it, and no other site's page sends it. */
export function giveSession(id: string, system: string, { request, response }: Exchange): void {
  response.cookie(clerkCookie(system), id, { ...attributesFor(request), maxAge: SESSION_WHOLE_MS });
}

/** Has the browser forget its session. */
export function takeSession(system: string, { request, response }: Exchange): void {
  response.clearCookie(clerkCookie(system), attributesFor(request));
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

function attributesFor({ secure }: Request): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure };
}
