import { startPrivateRabbit, AmqpBroker, inboxOf } from '#broker';
const r = await startPrivateRabbit({dir:'/tmp/pr2', log: console.log});
const t0=Date.now(); 
let cancels=0;
const log=(l:string)=>{ if(l.includes('is gone')) cancels++; };
const b = await AmqpBroker.open({url:r.amqpUrl, log});
await b.declareHub();
for (const [wait, published] of [[3000,true],[3000,false],[0,true],[0,false],[100,true],[100,false]] as const) {
let n=0;
for (let i=0;i<8;i++){
await b.declareInbox('h53');
const s = await b.consume(inboxOf('h53'), {size:10, withinMs:5, bytes:1e6, inFlight:1}, async (m)=>m.map(()=>'done' as const));
if (published) await b.publish({exchange:'truc.deliver', key:'h53', body:Buffer.from('x'), messageId:'1', type:'edoc'});
await new Promise(r=>setTimeout(r,100));
cancels=0;
await b.deleteInbox('h53');
await new Promise(r=>setTimeout(r,wait));
await b.declareInbox('h53');
await new Promise(r=>setTimeout(r,300));
if (cancels) n++;
await s.close(); await b.deleteInbox('h53');
}
console.log({wait, published}, n, 'of 8 cancelled');
}
await b.close(); await r.stop();
