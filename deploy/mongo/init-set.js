// Runs in mongosh.
const host = (n) => ({ _id: n - 1, host: `mongo-${n}:27017`, priority: n === 1 ? 2 : 1 });

const isSet = () => {
  try {
    return rs.status().ok === 1;
  } catch {
    return false;
  }
};

if (!isSet()) rs.initiate({ _id: 'rs0', members: [1, 2, 3].map(host) });
while (!db.hello().isWritablePrimary) sleep(500);

const studio = db.getSiblingDB('benthanh');

// The gate reads. Its driver also sees to indexes that are there already, which writes nothing.
const mayLook = { resource: { db: 'benthanh', collection: '' }, actions: ['createIndex', 'createCollection'] };
const gate = { privileges: [mayLook], roles: [{ role: 'read', db: 'benthanh' }] };
if (studio.getRole('gate')) studio.updateRole('gate', gate);
else studio.createRole({ role: 'gate', ...gate });

const person = (name, password, role) => {
  const about = { pwd: password, roles: [{ role, db: 'benthanh' }] };
  if (studio.getUser(name)) studio.updateUser(name, about);
  else studio.createUser({ user: name, ...about });
};
person('studio', process.env.STUDIO_PASSWORD, 'readWrite');
person('gate', process.env.GATE_PASSWORD, 'gate');
