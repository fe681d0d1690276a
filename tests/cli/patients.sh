# What is told of one of several patients says of whom, in every form of words.
. "${0%/*}/lib.sh"

cat >two.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="two" xml:lang="en">
  <patient id="rec" sex="male" age="41"/>
  <patient id="don" sex="female" age="38"><label>sister</label>
    <label xml:lang="zh">姐姐</label></patient>
  <diagnosis id="dx" code="aml" time="2020-01-10" for="rec"/>
  <diagnosis id="ddx" code="breast-cancer" time="2021-06-01" for="don"/>
  <line n="1">
    <treatment code="7+3" time="2020-01-13/2020-01-19"/>
    <response code="CR" time="2020-02-20"/>
  </line>
  <line n="1" for="ddx">
    <treatment code="paclitaxel" time="2021-06-20/2021-09-30"/>
    <response code="PR" time="2021-08-01"/>
    <response code="PD" time="2021-10-01"/>
  </line>
  <event code="rash" time="2021-07-01" for="don"/>
  <outcome code="death" cause="progression" time="2022-03-03" for="don"/>
  <outcome code="alive" time="2023-05-05" for="rec"/>
</case>
END
run 0 "a donor who dies" render two.xml -f md -o two.md
point "is not the patient" sh -c '! grep -q "The patient died" two.md'
point "died by name" grep -q 'sister – died of progression on 3 Mar 2022' two.md
point "each sentence says whom" \
	grep -q 'sister – breast cancer was diagnosed' two.md
point "a line does once" grep -q 'sister – Line 1. Paclitaxel was' two.md
point "so does what follows from it" \
	grep -q '^| sister: Progression-free survival' two.md
point "and each row by time" sh -c 'test "$(grep -c "| sister: " two.md)" -ge 7'
point "none of the first patient's" \
	sh -c '! grep "^|.*\(7+3\|Alive\)" two.md | grep -q sister'
run 0 "in Chinese" render two.xml --lang zh -f md -o zh.md
point "too" grep -q '姐姐：2022 年 3 月 3 日因' zh.md
run 0 "a picture" render two.xml -f scene -o two.scene
point "has both in its line" grep -q 'sister: Woman, 38' two.scene

# Of one patient's two diseases each has responses of its own.
cat >diseases.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="diseases" xml:lang="en">
  <patient sex="female" age="67"/>
  <diagnosis id="mm" code="multiple-myeloma" time="2018-03-05"/>
  <diagnosis id="al" code="al-amyloidosis" time="2019-05-05"/>
  <line n="1" for="mm">
    <treatment code="VRd" time="2018-03-12/2018-09-01"/>
    <response code="VGPR" time="2018-09-10"/>
    <response code="PD" time="2019-12-01" criteria="imwg-2016"/>
    <response code="PR" time="2020-03-01" criteria="al-amyloidosis"/>
  </line>
  <outcome code="alive" time="2020-12-24"/>
</case>
END
run 0 "two sets of criteria" render diseases.xml -f md -o diseases.md
point "are no contradiction" test ! -s err
point "and said with each" sh -c 'grep -q "(PR; AL response" diseases.md &&
	grep -q "(VGPR; IMWG 2016" diseases.md'

# A death "in 2018" comes after what happened in that year.
cat >death.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="death" xml:lang="en">
  <diagnosis code="hodgkin-lymphoma" time="2017-06"/>
  <outcome code="death" time="2018"/>
  <event code="rash" time="2018-03-04"/>
</case>
END
run 0 "a death of some day" render death.xml -f md -o death.md
point "is the last row" \
	sh -c 'grep "^| .*2018" death.md | tail -1 | grep -q Death'

# A relapse after a line without a date is no history of it.
cat >undated.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="undated" xml:lang="en">
  <diagnosis id="dx" code="neuroblastoma" time="2016-05-12"/>
  <line n="1"><treatment code="COJEC" after="dx"/></line>
  <relapse time="2018-03-01"/>
</case>
END
run 0 "a line without a date" render undated.xml -f md -o undated.md
point "is told before its relapse" grep -q 'Line 1.*Relapse on 1 Mar' undated.md

finish
