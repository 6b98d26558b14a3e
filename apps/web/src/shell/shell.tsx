import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import {
  BookOpen,
  ClipboardCheck,
  History,
  IdCard,
  Inbox,
  ListChecks,
  Settings,
  ShieldAlert,
  Sun,
  UserRound,
  Users,
} from 'lucide-react';
import { say, type ConsoleCode } from '../words.js';
import { Brand } from './brand.js';
import { ClinicInUse } from './clinic-in-use.js';
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
  const isAdmin = me.roles.includes('admin');
  return (
    <header className="rail">
      <Brand />
      <ClinicInUse />
      <nav aria-label={say('shell.sections')}>
        <ul>
          <Place to="/today" icon={<Sun size={18} aria-hidden="true" />} label={say('today.name')} />
          {me.roles.includes('practitioner') && (
            <Place
              to="/reflections"
              icon={<Inbox size={18} aria-hidden="true" />}
              label={say('section.reflections')}
            />
          )}
          <Place to="/clients" icon={<Users size={18} aria-hidden="true" />} label={say('clients.title')} />
          <Place to="/safety" icon={<ShieldAlert size={18} aria-hidden="true" />} label={say('nav.safety')} />
          <Place
            to="/me"
            only="phone"
            icon={<UserRound size={18} aria-hidden="true" />}
            label={say('me.short')}
          />
        </ul>
        {(isAdmin || me.roles.includes('practitioner')) && <Prepare />}
        <p className="places-head" id="places-clinic">
          {say('nav.clinicGroup')}
        </p>
        <ul aria-labelledby="places-clinic" className="places-clinic">
          {isAdmin && !me.clinic.setUp && (
            <Place
              to="/welcome"
              icon={<ClipboardCheck size={18} aria-hidden="true" />}
              label={say('nav.setUp')}
            />
          )}
          {isAdmin && (
            <Place to="/staff" icon={<IdCard size={18} aria-hidden="true" />} label={say('nav.staff')} />
          )}
          <Place
            to="/settings"
            icon={<Settings size={18} aria-hidden="true" />}
            label={say('nav.settings')}
          />
          {isAdmin && (
            <Place to="/audit" icon={<History size={18} aria-hidden="true" />} label={say('nav.audit')} />
          )}
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

/** What is asked, and the plans it is asked in. */
function Prepare() {
  return (
    <>
      <p className="places-head" id="places-prepare">
        {say('nav.prepareGroup')}
      </p>
      <ul aria-labelledby="places-prepare" className="places-clinic">
        <Place to="/library" icon={<BookOpen size={18} aria-hidden="true" />} label={say('nav.library')} />
        <Place
          to="/plan-templates"
          icon={<ListChecks size={18} aria-hidden="true" />}
          label={say('nav.planTemplates')}
        />
      </ul>
    </>
  );
}

function Place({
  to,
  icon,
  label,
  only,
}: {
  to:
    | '/today'
    | '/reflections'
    | '/clients'
    | '/safety'
    | '/me'
    | '/welcome'
    | '/staff'
    | '/settings'
    | '/audit'
    | '/library'
    | '/plan-templates';
  icon: React.ReactNode;
  label: string;
  only?: 'phone';
}) {
  return (
    <li className={only && `place-${only}`}>
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
