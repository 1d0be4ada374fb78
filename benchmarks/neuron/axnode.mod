TITLE Node of Ranvier after McIntyre, Richardson and Grill (2002)

COMMENT
Written for the benchmark from the model's equations; compare b12explain/models/fibre/membrane.py.
Numbers are those of b12explain/data/fibre.csv.
ENDCOMMENT

NEURON {
    SUFFIX axnode
    NONSPECIFIC_CURRENT i
    RANGE gnaf, gnap, gks, gl, ena, ek, el
}

UNITS {
    (mA) = (milliamp)
    (mV) = (millivolt)
    (S) = (siemens)
}

PARAMETER {
    gnaf = 3.0 (S/cm2)
    gnap = 0.01 (S/cm2)
    gks = 0.08 (S/cm2)
    gl = 0.007 (S/cm2)
    ena = 50 (mV)
    ek = -90 (mV)
    el = -90 (mV)
}

ASSIGNED {
    v (mV)
    celsius (degC)
    i (mA/cm2)
    q1
    q2
    q3
    am
    bm
    ah
    bh
    ap
    bp
    as
    bs
}

STATE { m h p s }

BREAKPOINT {
    SOLVE states METHOD cnexp
    i = gnaf*m*m*m*h*(v - ena) + gnap*p*p*p*(v - ena) + gks*s*(v - ek) + gl*(v - el)
}

DERIVATIVE states {
    rates(v)
    m' = am*(1 - m) - bm*m
    h' = ah*(1 - h) - bh*h
    p' = ap*(1 - p) - bp*p
    s' = as*(1 - s) - bs*s
}

INITIAL {
    q1 = 2.2^((celsius - 20)/10)
    q2 = 2.9^((celsius - 20)/10)
    q3 = 3.0^((celsius - 36)/10)
    rates(v)
    m = am/(am + bm)
    h = ah/(ah + bh)
    p = ap/(ap + bp)
    s = as/(as + bs)
}

PROCEDURE rates(v (mV)) {
    am = q1*1.86*10.3*linoid((v + 21.4)/10.3)
    bm = q1*0.086*9.16*linoid(-(v + 25.7)/9.16)
    ah = q2*0.062*11*linoid(-(v + 114)/11)
    bh = q2*2.3/(1 + exp(-(v + 31.8)/13.4))
    ap = q1*0.01*10.2*linoid((v + 27)/10.2)
    bp = q1*0.00025*10*linoid(-(v + 34)/10)
    as = q3*0.3/(1 + exp(-(v + 53)/5))
    bs = q3*0.03/(1 + exp(-(v + 90)))
}

FUNCTION linoid(x) {
    if (fabs(x) < 1e-6) {
        linoid = 1 + x/2
    } else {
        linoid = x/(1 - exp(-x))
    }
}
