import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { mayActAs, type Role, ROLES } from '#core';
import { ProgramTokens } from '../src/accounts/program-tokens.js';
import { FOR_SYSTEMS, NEEDS, OPEN } from '../src/security/principal.js';
import { ConsoleFixture } from './console-fixture.js';

/** One address of the hub, with what its decorators say about who may call it. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly isOpen: boolean;
  readonly needs: Role | undefined;
  readonly isOnlyForSystems: boolean;
}

/** What changes nothing but the caller's own session. */
const OWN = ['DELETE /api/v1/session', 'PUT /api/v1/session/password'];

describe('what each role may do', () => {
  let hub: ConsoleFixture;
  let routes: Route[];
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    hub = await ConsoleFixture.open();
    routes = routesOf(hub);
    for (const role of ROLES) tokens.set(role, (await hub.app.get(ProgramTokens).make({ name: role, role })).token);
  });
  afterAll(() => hub.close());

  const named = (wanted: Route[]): string[] => wanted.map(({ method, path }) => `${method} ${path}`);

  /** What the guard says to a caller: `in`, or the code of its refusal. */
  async function guardSays({ method, path }: Route, role?: Role): Promise<string> {
    const headers = role === undefined ? {} : { authorization: `Bearer ${tokens.get(role)}` };
    const answer = await hub.ask(method, path.replace(/:\w+/g, 'x'), { headers });
    const isProblem = answer.headers.get('content-type')?.includes('problem+json') === true;
    const { code } = isProblem ? ((await answer.json()) as { code: string }) : { code: 'in' };
    // The live feeds never end by themselves.
    if (!isProblem) await answer.body?.cancel();
    return ['UNAUTHENTICATED', 'FORBIDDEN'].includes(code) ? code : 'in';
  }

  it('is decided for every address', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(named(routes.filter(({ isOpen, needs }) => !isOpen && needs === undefined))).toEqual([]);
  });

  it('is open to nobody unknown but for health and signing in', () => {
    expect(named(routes.filter(({ isOpen }) => isOpen)).sort()).toEqual(['GET /health', 'POST /api/v1/session']);
  });

  it('lets viewers change nothing but their own session', () => {
    const changing = routes.filter(({ method, needs }) => method !== 'GET' && needs === 'viewer');
    expect(named(changing).sort()).toEqual(OWN);
  });

  it.each([
    ['operator', 'POST /api/v1/samples'],
    ['operator', 'POST /api/v1/dead-letters/:id/retry'],
    ['operator', 'POST /api/v1/systems/:name/resend'],
    ['administrator', 'POST /api/v1/systems'],
    ['administrator', 'POST /api/v1/systems/:name/secret'],
    ['administrator', 'DELETE /api/v1/systems/:name'],
    ['administrator', 'PUT /api/v1/agencies/:code'],
    ...['GET /api/v1/accounts', 'POST /api/v1/accounts', 'PATCH /api/v1/accounts/:name'].map(administrators),
    ...['DELETE /api/v1/accounts/:name', 'POST /api/v1/accounts/:name/password'].map(administrators),
    ...['GET /api/v1/tokens', 'POST /api/v1/tokens', 'DELETE /api/v1/tokens/:id'].map(administrators),
  ])('leaves to %s: %s', (role, address) => {
    const route = routes.find(({ method, path }) => `${method} ${path}` === address);
    expect(route?.needs).toBe(role);
  });

  it('is what the guard lets each of them do, at every address', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const role of [undefined, ...ROLES]) {
        const said = await guardSays(route, role);
        const expected = expectedOf(route, role);
        if (said !== expected) wrong.push(`${role} at ${route.method} ${route.path}: ${said}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function administrators(address: string): [string, string] {
  return ['administrator', address];
}

function expectedOf({ isOpen, needs, isOnlyForSystems }: Route, role: Role | undefined): string {
  if (isOpen) return 'in';
  if (role === undefined) return 'UNAUTHENTICATED';
  return !isOnlyForSystems && mayActAs(role, needs ?? 'administrator') ? 'in' : 'FORBIDDEN';
}

/** Every HTTP address of every controller that Nest knows. */
function routesOf({ app }: ConsoleFixture): Route[] {
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  return new DiscoveryService(app.get(ModulesContainer)).getControllers().flatMap(({ metatype, instance }) => {
    if (metatype === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] ?? (() => undefined);
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const parts = [metatype, handler].map((target) => String(Reflect.getMetadata('path', target)));
      const said = <T>(key: string): T | undefined =>
        reflector.getAllAndOverride<T | undefined>(key, [handler, metatype]);
      return {
        method: RequestMethod[method],
        path: `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        isOpen: said(OPEN) === true,
        needs: said<Role>(NEEDS),
        isOnlyForSystems: said(FOR_SYSTEMS) === 'only',
      };
    });
  });
}
