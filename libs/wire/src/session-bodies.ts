import { ROLES } from '#core';
import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** A role of core's list. */
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** POST /session. */
export const signInSchema = z.strictObject({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof signInSchema>;

/** GET /session: who is signed in, and at what hub. */
export const sessionSchema = z.looseObject({
  name: z.string(),
  role: roleSchema,
  simulation: z.boolean(),
  version: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** PUT /session/password: one's own. */
export const newPasswordSchema = z.strictObject({
  password: z.string().min(1).max(200),
  newPassword: z.string().min(12).max(200),
});
export type NewPassword = z.infer<typeof newPasswordSchema>;

/** Who may sign in. */
export const accountSchema = z.looseObject({
  name: z.string(),
  role: roleSchema,
  createdAt: time,
  lastSignedInAt: time.optional(),
  lockedAt: time.optional(),
});
export type Account = z.infer<typeof accountSchema>;
export const accountListSchema = z.object({ items: z.array(accountSchema) });

/** POST /accounts. */
export const newAccountSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
    .max(64),
  role: roleSchema,
});
export type NewAccount = z.infer<typeof newAccountSchema>;

/** Answer to a new account or a password made anew: the only time the password is shown. */
export const accountWithPasswordSchema = accountSchema.extend({ password: z.string() });
export type AccountWithPassword = z.infer<typeof accountWithPasswordSchema>;

/** PATCH /accounts/:name: what is to be changed. */
export const accountChangeSchema = z.strictObject({ role: roleSchema.optional(), locked: z.boolean().optional() });
export type AccountChange = z.infer<typeof accountChangeSchema>;

/** A bearer token of a program, with a role of its own. */
export const programTokenSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  createdAt: time,
  lastUsedAt: time.optional(),
});
export type ProgramToken = z.infer<typeof programTokenSchema>;
export const programTokenListSchema = z.object({ items: z.array(programTokenSchema) });

/** POST /tokens. */
export const newProgramTokenSchema = z.strictObject({ name: z.string().trim().min(1).max(100), role: roleSchema });
export type NewProgramToken = z.infer<typeof newProgramTokenSchema>;

/** Answer to a new token: the only time it is shown. */
export const madeProgramTokenSchema = programTokenSchema.extend({ token: z.string() });
export type MadeProgramToken = z.infer<typeof madeProgramTokenSchema>;
