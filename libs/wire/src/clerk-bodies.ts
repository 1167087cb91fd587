import { z } from 'zod';

/** POST /session of a system: its token for the cookie of a session. */
export const clerkSignInSchema = z.strictObject({ token: z.string().min(1).max(500) });
export type ClerkSignIn = z.infer<typeof clerkSignInSchema>;

/** GET /session of a system: which it is, and the agencies it speaks for, with all below them. */
export const clerkSessionSchema = z.looseObject({
  system: z.string(),
  agencies: z.array(z.looseObject({ code: z.string(), name: z.string() })).min(1),
  version: z.string(),
});
export type ClerkSession = z.infer<typeof clerkSessionSchema>;
