import { startPrivateRabbit, AmqpBroker, inboxOf, DELIVER, type IncomingMessage } from '#broker';
import { connect } from 'amqplib';
import { readFile } from 'node:fs/promises';
const r = await startPrivateRabbit({dir:'/tmp/pr3', log: console.log});
const b = await AmqpBroker.open({url:r.amqpUrl, log:()=>{}});
await b.declareHub(); await b.declareInbox('a'); await b.declareInbox('c');
const body=Buffer.alloc(6000,'x');
async function bare(n:number){
 const m=await connect(r.amqpUrl,{noDelay:true}); const ch=await m.createConfirmChannel();
 const c0=process.cpuUsage(); const t=Date.now(); let sent=0, conf=0; let done!:()=>void; const p=new Promise<void>(r=>done=r);
 const go=()=>{ while(sent<n && sent-conf<500){ const k=sent++; ch.publish(DELIVER,'a',body,{persistent:true,mandatory:true,messageId:'m'+k,type:'edoc',headers:{'x-truc-for':'{"a":["H53"]}'}},()=>{ conf++; if(conf===n) done(); else go(); }); } };
 go(); await p; const c=process.cpuUsage(c0); const ms=Date.now()-t;
 console.log('bare publish', n, Math.round(n/ms*1000)+'/s', 'cpu us/msg', Math.round((c.user+c.system)/n)); await m.close();
}
async function pub(n:number) {
  const c0=process.cpuUsage(); const t=Date.now(); let i=0;
  await Promise.all(Array.from({length:500}, async()=>{ while(i<n){ const k=i++; await b.publish({exchange:DELIVER,key:'a',body,messageId:'m'+k,type:'edoc',headers:{'x-truc-for':'{"a":["H53"]}'}}); } }));
  const c=process.cpuUsage(c0); const ms=Date.now()-t;
  console.log('our  publish', n, Math.round(n/ms*1000)+'/s', 'cpu us/msg', Math.round((c.user+c.system)/n));
}
await b.consume(inboxOf('a'),{size:256,withinMs:5,bytes:8e6,inFlight:2}, async(m)=>m.map(()=>'done' as const)).then(s=>s.close());
await bare(5000); await pub(5000);
for (let k=0;k<4;k++){ await bare(10000); await pub(10000); }
await b.close(); const t=Date.now(); await r.stop(); console.log('stop', Date.now()-t);
