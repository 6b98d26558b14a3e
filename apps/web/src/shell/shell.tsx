import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { Sun, UserRound, Users } from 'lucide-react';
import { zoneName } from '../when.js';
import { say, type ConsoleCode } from '../words.js';
import { Brand } from './brand.js';
import { useMe } from './use-me.js';

/** The rail at the side; at the bottom on a phone. Only places that exist, and no counters. */
export function Shell() {
  return (
    <div className="app">
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <Rail />
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Rail() {
  const me = useMe();
  const { name, location } = me.clinic;
  return (
    <header className="rail">
      <Brand />
      <p className="clinic">
        {name}
        <small>
          {location.name === name
            ? zoneName(location.timeZone)
            : say('shell.place', { place: location.name, zone: zoneName(location.timeZone) })}
        </small>
      </p>
      <nav aria-label={say('shell.sections')}>
        <ul>
          <Place to="/today" icon={<Sun size={18} aria-hidden="true" />} label={say('today.name')} />
          <Place to="/clients" icon={<Users size={18} aria-hidden="true" />} label={say('clients.title')} />
          <Place to="/me" isMine icon={<UserRound size={18} aria-hidden="true" />} label={say('me.short')} />
        </ul>
      </nav>
      <Link to="/me" className="me-card">
        <span className="initials" aria-hidden="true">
          {initials(me.name)}
        </span>
        <span>
          {me.name}
          <small>{me.roles.map((role) => say(`role.${role}` satisfies ConsoleCode)).join(', ')}</small>
        </span>
      </Link>
    </header>
  );
}

function Place({
  to,
  icon,
  label,
  isMine,
}: {
  to: '/today' | '/clients' | '/me';
  icon: React.ReactNode;
  label: string;
  isMine?: boolean;
}) {
  return (
    <li className={isMine ? 'place-me' : undefined}>
      <Link to={to} className="place" activeOptions={{ includeSearch: false }}>
        {icon}
        <span>{label}</span>
      </Link>
    </li>
  );
}

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
