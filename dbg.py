import sys
from decisionnlp.extraction.units import *
from decisionnlp.extraction.roles import Roles
from decisionnlp.flattening import flatten
for s in sys.argv[1:]:
    r=Reader(s,None); g=r.groups(); R=Roles(r,g)
    for x in g: print([(a.kind,a.weak,s[r.tokens[a.first].start:r.tokens[a.last-1].end]) for a in x.atoms], R.role(x), 'before',R.before(x), 'kind',R.kind(R.before(x)), R.clause_start(R.before(x)))
    print([(i,R.kind(i)) for i in range(len(r.tokens)) if R.kind(i)])
