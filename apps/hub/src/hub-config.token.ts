/** Injection token of the hub's configuration (`HubConfig`). */
export const HUB_CONFIG = Symbol('HubConfig');
