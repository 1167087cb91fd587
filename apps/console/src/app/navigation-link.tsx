import { NavLink } from '@mantine/core';
import { type TablerIcon } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { NavLink as RouteLink, useLocation } from 'react-router';

interface NavigationLinkProps {
  readonly to: string;
  readonly label: string;
  readonly icon: TablerIcon;
}

/** A page in the navigation; where one is, or below, is marked by more than colour. */
export function NavigationLink({ to, label, icon: Icon }: NavigationLinkProps): ReactNode {
  const { pathname } = useLocation();
  const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return (
    <NavLink
      component={RouteLink}
      to={to}
      label={label}
      active={isHere}
      aria-current={isHere ? 'page' : undefined}
      leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
      px="xs"
      py={7}
      style={{ borderLeft: `3px solid ${isHere ? 'var(--accent)' : 'transparent'}` }}
    />
  );
}
