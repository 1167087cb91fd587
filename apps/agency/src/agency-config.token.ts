/** Injects the AgencyConfig this process was started with. */
export const AGENCY_CONFIG = Symbol('AgencyConfig');
